/** The head of the screens before the lock is open: the mark, and a name or a question. */
import logo from "./beredd.svg?raw";

/** Drawn into the page: an image of its own would be one more file before the PIN can be typed. */
export function Hello({ text }: { text: string }) {
  return (
    <div class="hello">
      <span class="logo" aria-hidden="true" dangerouslySetInnerHTML={{ __html: logo }} />
      <h1>{text}</h1>
    </div>
  );
}
