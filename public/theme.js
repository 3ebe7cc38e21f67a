try {
  const theme = localStorage.getItem('image-builds.theme');
  if (theme === 'light' || theme === 'dark') document.documentElement.dataset.theme = theme;
} catch {}
