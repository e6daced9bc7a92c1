import './keys.css';

/** The keys of a shortcut, one after the other. */
export const Keys = ({ keys }: { readonly keys: readonly string[] }) => (
  <span className="keys">
    {keys.map((key) => (
      <kbd key={key} className="keys__key">
        {key}
      </kbd>
    ))}
  </span>
);
