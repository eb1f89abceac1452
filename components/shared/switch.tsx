import './switch.css';

interface SwitchProps {
  id: string;
  label: string;
  on: boolean;
  onChange: (on: boolean) => void;
}

/** One thing that is on or off: the browser's own box, its words beside it part of what can be pressed. */
export function Switch({ id, label, on, onChange }: SwitchProps) {
  return (
    <label class="switch" for={id}>
      <input id={id} type="checkbox" checked={on} onChange={(event) => onChange(event.currentTarget.checked)} />
      <span>{label}</span>
    </label>
  );
}
