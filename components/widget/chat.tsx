import { render } from 'preact';

function Chat() {
  return <main aria-label="Chat" />;
}

const root = document.getElementById('chat');
if (root) render(<Chat />, root);
