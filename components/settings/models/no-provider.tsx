import { Plus } from 'lucide-react';
import { Button } from '@/components/ui/button';

/** What a model would add, where none is set: nothing is missing, so nothing looks as if it were. */
export function NoProvider({ onAdd }: { onAdd: () => void }) {
  return (
    <div className="grid grid-cols-2 border-y border-line max-pane:grid-cols-1">
      <section aria-labelledby="model-here" className="py-4 pr-6 max-pane:pr-0">
        <h2 id="model-here" className="font-strong">
          Add one here
        </h2>
        <p className="mt-0.5 mb-3 text-pretty text-ink-2">
          Any server that speaks as OpenAI’s does: in the cloud, or Ollama, vLLM or llama.cpp in your own house. The key
          is kept sealed.
        </p>
        <Button size="form" look="filled" icon={Plus} onClick={onAdd}>
          Add a provider
        </Button>
      </section>
      <section
        aria-labelledby="model-there"
        className="border-l border-line py-4 pl-6 max-pane:border-t max-pane:border-l-0 max-pane:pl-0"
      >
        <h2 id="model-there" className="font-strong">
          Or in the environment
        </h2>
        <p className="mt-0.5 mb-3 text-pretty text-ink-2">
          Two variables are enough. It is then listed here and can be tried, and is asked after those of this page.
        </p>
        <pre className="overflow-x-auto rounded-corner bg-fill px-3 py-1.5 font-mono text-meta leading-5">
          {'BATON_MODEL_URL=http://localhost:11434/v1\nBATON_MODEL=name-of-the-model'}
        </pre>
      </section>
    </div>
  );
}
