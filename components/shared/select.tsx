import './select.css';

interface SelectProps<T extends string> {
  id: string;
  label: string;
  /** Hide the label from sight where the value explains itself; it is still read out. */
  bare?: boolean;
  value: T;
  /** Each with its own language tag, so that it is pronounced in it. */
  options: readonly { value: T; text: string; lang?: string }[];
  onChoose: (value: T) => void;
}

/** A labelled choice of one of a few values: the browser's own list, so that it works with every keyboard and phone. */
export function Select<T extends string>({ id, label, bare = false, value, options, onChoose }: SelectProps<T>) {
  return (
    <div class={bare ? 'select select-bare' : 'select'}>
      <label for={id} class={bare ? 'visually-hidden' : 'select-label'}>
        {label}
      </label>
      <select
        id={id}
        value={value}
        onChange={(event) => {
          const chosen = options.find((one) => one.value === event.currentTarget.value);
          if (chosen) onChoose(chosen.value);
        }}
      >
        {options.map((one) => (
          <option key={one.value} value={one.value} lang={one.lang}>
            {one.text}
          </option>
        ))}
      </select>
    </div>
  );
}
