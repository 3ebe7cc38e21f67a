import { Icon } from '../../../ui/Icon.tsx';

/** A small mark of a row, whose words come with the pointer and are read out. */
export function RowMark({ icon, words }: { readonly icon: string; readonly words: string }) {
  return (
    <span title={words} className="tone-waiting text-tone">
      <Icon path={icon} className="ml-1.5 inline-block align-[-2px]" />
      <span className="sr-only">{words}</span>
    </span>
  );
}
