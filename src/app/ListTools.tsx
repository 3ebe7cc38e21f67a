import { CompareCommands } from '../screens/compare/CompareCommands.tsx';
import { ExportTool } from '../screens/export/ExportTool.tsx';
import { InsightLinks } from '../screens/frame/insights/InsightLinks.tsx';
import { LinkButton } from '../screens/frame/LinkButton.tsx';
import { TimelineTool } from '../screens/timeline/TimelineTool.tsx';

/** What can be done with the list on every lens. */
export function ListTools() {
  return (
    <>
      <InsightLinks />
      <TimelineTool />
      <LinkButton />
      <ExportTool />
      <CompareCommands />
    </>
  );
}
