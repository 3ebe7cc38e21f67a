import { Message } from '../../ui/Message.tsx';
import { useMissingHeaders } from '../hosting/useMissingHeaders.ts';

/** Says, before a token is pasted, that the server of this page does not guard it as it should. */
export function HostingNote() {
  const missing = useMissingHeaders();
  if (missing.length === 0) return null;
  return (
    <Message tone="bad" role="status" className="mt-4" title="This server guards the page badly.">
      It leaves out {missing.join(', ')}, or says too little there: whatever gets into the page can
      read your token. Whoever runs the server finds what to set under Hosting in the README.
    </Message>
  );
}
