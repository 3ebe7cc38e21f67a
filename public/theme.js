// Before the first paint: the theme kept on this device, so that a dark page never flashes white.
try {
  const theme = localStorage.getItem('image-builds.theme');
  if (theme === 'light' || theme === 'dark') document.documentElement.dataset.theme = theme;
} catch {}
