import { useLayoutEffect, useState } from 'react';
import { Button } from '../../ui/Button.tsx';
import { Message } from '../../ui/Message.tsx';
import { withLens } from '../../views/editView.ts';
import { usePageReplica } from '../frame/list/usePageReplica.ts';
import { useView } from '../frame/view/useView.ts';
import { withList } from './checkView.ts';
import { draftOf } from './draftOf.ts';
import { readFile } from './readFile.ts';

const hasFiles = ({ dataTransfer }: DragEvent) => dataTransfer?.types.includes('Files') === true;

/** A file that is dropped anywhere on the page is a list to check: it opens the lens. */
export function DropList() {
  const replica = usePageReplica();
  const [, actions] = useView();
  const [over, setOver] = useState(false);
  const [problem, setProblem] = useState('');
  // What is dragged over the page is told by the browser alone.
  useLayoutEffect(() => {
    const onOver = (event: DragEvent) => {
      if (!hasFiles(event)) return;
      event.preventDefault();
      setOver(true);
    };
    const onLeave = (event: DragEvent) => {
      if (event.relatedTarget === null) setOver(false);
    };
    const onDrop = (event: DragEvent) => {
      if (!hasFiles(event)) return;
      event.preventDefault();
      setOver(false);
      const [file] = event.dataTransfer?.files ?? [];
      if (!file) return;
      readFile(file).then(
        (text) => {
          setProblem('');
          draftOf(replica).read(text, file.name);
          actions.push((now) => withList(withLens(now, 'check'), null));
        },
        (error: unknown) => setProblem(error instanceof Error ? error.message : ''),
      );
    };
    window.addEventListener('dragover', onOver);
    window.addEventListener('dragleave', onLeave);
    window.addEventListener('drop', onDrop);
    return () => {
      window.removeEventListener('dragover', onOver);
      window.removeEventListener('dragleave', onLeave);
      window.removeEventListener('drop', onDrop);
    };
  }, [replica, actions]);
  if (over) {
    return (
      <div className="pointer-events-none fixed inset-0 z-50 grid place-items-center border-4 border-accent bg-canvas/80">
        <p className="text-lg font-semibold">Drop a list of images to check it</p>
      </div>
    );
  }
  if (problem === '') return null;
  return (
    <div className="fixed inset-x-4 bottom-4 z-40 mx-auto max-w-xl">
      <Message
        tone="bad"
        role="alert"
        className="bg-raised shadow-lg"
        action={<Button onClick={() => setProblem('')}>Understood</Button>}
      >
        {problem}
      </Message>
    </div>
  );
}
