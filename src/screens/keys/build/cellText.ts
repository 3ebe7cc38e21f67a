import { firstErrorOf, firstPathOf } from '../../../list/facts.ts';
import { COLUMNS, type Column } from '../../../views/address/View.ts';
import type { BuildRecord } from '../../build/BuildRecord.ts';

/** What a cell says, as the API wrote it, so that `cellTerm` can filter by it; '' for nothing. */
export function cellText({ build }: BuildRecord, column: Column): string {
  const artifacts = build.artifacts ?? [];
  switch (column) {
    case 'status':
      return build.status;
    case 'image':
      return build.imageName;
    case 'tag':
      return build.imageTag;
    case 'id':
      return build.id;
    case 'created':
      return build.createdAt;
    case 'started':
      return build.startedAt ?? '';
    case 'ended':
      return build.completedAt ?? '';
    case 'artifacts':
      return artifacts[0]?.artifactType ?? '';
    case 'path':
      return firstPathOf(artifacts) ?? '';
    case 'error':
      return firstErrorOf(artifacts) ?? '';
    case 'duration':
    case 'wait':
      return '';
  }
}

/** The column of the cell that holds an element; status for a row as a whole. */
export function columnOf(target: EventTarget | null): Column {
  const cell = target instanceof Element ? target.closest<HTMLElement>('[data-column]') : null;
  return COLUMNS.find((column) => column === cell?.dataset['column']) ?? 'status';
}
