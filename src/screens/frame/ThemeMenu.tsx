import { Monitor, Moon, Sun } from 'lucide-react';
import { Menu } from '../../ui/Menu.tsx';
import { THEMES, useTheme } from '../../ui/theme.ts';

const LOOK = {
  system: { word: 'As the system', Icon: Monitor },
  light: { word: 'Light', Icon: Sun },
  dark: { word: 'Dark', Icon: Moon },
};

/** Light, dark, or as the system has it; kept on this device. */
export function ThemeMenu() {
  const [theme, choose] = useTheme();
  const { Icon } = LOOK[theme];
  return (
    <Menu
      aria-label="Theme"
      title="Theme"
      variant="plain"
      align="end"
      caret={false}
      label={<Icon aria-hidden="true" className="size-4" />}
      items={THEMES.map((each) => ({
        label: LOOK[each].word,
        checked: each === theme,
        onSelect: () => choose(each),
      }))}
    />
  );
}
