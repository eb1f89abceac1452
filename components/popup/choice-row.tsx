import { useId } from 'preact/hooks';

interface ChoiceRowProps<T extends string> {
  title: string;
  /** Each with its value for tests and `onChoose`, and its words. */
  choices: readonly { value: T; text: string }[];
  onChoose: (value: T) => void;
}

/** A short question with its answers in one row. */
export function ChoiceRow<T extends string>({ title, choices, onChoose }: ChoiceRowProps<T>) {
  const id = useId();
  return (
    <div class="choice-row" role="group" aria-labelledby={id}>
      <p id={id}>{title}</p>
      <div>
        {choices.map(({ value, text }) => (
          <button
            key={value}
            type="button"
            class="button button-quiet"
            data-choice={value}
            onClick={() => onChoose(value)}
          >
            {text}
          </button>
        ))}
      </div>
    </div>
  );
}
