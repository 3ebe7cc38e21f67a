import { ExportTool } from '../screens/export/ExportTool.tsx';
import { LinkButton } from '../screens/frame/LinkButton.tsx';

/** What can be done with the list on every lens. */
export function ListTools() {
  return (
    <>
      <LinkButton />
      <ExportTool />
    </>
  );
}
