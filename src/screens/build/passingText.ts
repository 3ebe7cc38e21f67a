import { imageReference } from '../../lib/imageReference.ts';
import { formatAge, formatSpan } from '../../lib/span.ts';
import { makeVisible } from '../../lib/text.ts';
import { durationOf } from '../../list/spans.ts';
import type { BuildRecord } from './BuildRecord.ts';
import { statusLook } from './statusLook.ts';

/**
 * What a column says of a build in plain text, while rows pass too fast to be read: enough to see
 * where one is. Other columns stay empty until the scrolling slows down.
 */
export function passingText(record: BuildRecord, column: string): string {
  const { build, createdAt, startedAt, completedAt } = record;
  switch (column) {
    case 'status':
      return statusLook(build.status).word;
    case 'image':
      return makeVisible(imageReference(build.imageName, build.imageTag).slice(0, 120));
    case 'tag':
      return makeVisible(build.imageTag.slice(0, 60));
    case 'error':
      return makeVisible((record.errorLine ?? '').slice(0, 80));
    case 'created':
      return age(createdAt);
    case 'started':
      return age(startedAt);
    case 'ended':
      return age(completedAt);
    case 'duration': {
      const ms = durationOf(startedAt, completedAt, record.active, Date.now());
      return formatSpan(Number.isNaN(ms) ? null : ms);
    }
    case 'id':
      return makeVisible(build.id.slice(0, 40));
    default:
      return '';
  }
}

function age(at: number): string {
  return Number.isNaN(at) ? '–' : formatAge(Date.now() - at);
}
