/** A toolbar with the button of the extensions and, in its list, our icon with a pin. The words beside it say the same. */
export function PinPicture() {
  return (
    <svg class="pin-picture" viewBox="0 0 260 112" aria-hidden="true">
      <rect class="pin-bar" x="1" y="1" width="258" height="34" rx="8" />
      <rect class="pin-field" x="10" y="9" width="168" height="18" rx="9" />
      <rect class="pin-list" x="92" y="46" width="167" height="64" rx="8" />
      <path
        class="pin-ink"
        d="M203 11h4.2a2.6 2.6 0 1 1 5 0h4.3v4.6a2.6 2.6 0 1 1 0 5V26H203v-4.8a2.6 2.6 0 1 0 0-5V11Z"
      />
      <circle class="pin-ink" cx="240" cy="12" r="1.8" />
      <circle class="pin-ink" cx="240" cy="18" r="1.8" />
      <circle class="pin-ink" cx="240" cy="24" r="1.8" />
      <rect class="pin-accent" x="104" y="66" width="24" height="24" rx="6" />
      <path class="pin-card" d="M108 73h16v10h-16zm0 2.6h16" />
      <rect class="pin-field" x="138" y="73" width="74" height="10" rx="5" />
      <path
        class="pin-accent"
        d="m237 66 8 8-2 2-1.5-.4-4.6 4.6v4.4l-2 2-4.6-4.6-5.4 5.4-1.4.2.2-1.4 5.4-5.4-4.6-4.6 2-2h4.4l4.6-4.6L235 68Z"
      />
    </svg>
  );
}
