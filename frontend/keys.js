/*
 * Keys of the keyboard for what can be clicked. An element with data-key="z" is clicked when that
 * key is pressed; names are those of KeyboardEvent.key, letters in lower case.
 *
 * Nothing happens with Ctrl, Alt or Meta, on repetition, while a dialog or menu is open, or in a
 * field. Ctrl+Z means Z. Two keys work from a field all the same: Enter from one of one line, where
 * it means "done", and Ctrl+Z from an empty one, where Z alone is typed.
 *
 * Where no element has the key Enter, it goes to the one with data-enter: there is more than one way
 * on, and the next key says which. It does so from an option that is picked already, too: the one
 * that was clicked last has the focus.
 *
 * Among several fields in an element with data-blanks, Enter goes to the next empty one first.
 */
const OVERLAYS =
  "vaadin-dialog[opened],vaadin-confirm-dialog[opened],vaadin-popover[opened],vaadin-select[opened]," +
  "vaadin-combo-box[opened],vaadin-date-picker[opened],vaadin-menu-bar-submenu[opened]," +
  "vaadin-context-menu[opened],dialog[open],[popover=auto]:popover-open";
const ONE_LINE = new Set(["text", "password", "email", "search", "tel", "url", "number"]);
/* Elements that already act on Enter, or on Enter and Space, by themselves. */
const ACTIVE = "button,a[href],summary,vaadin-button,[role=button],[role=link],[role=menuitem]";

function editable(element) {
  return (
    element.isContentEditable ||
    element.localName === "textarea" ||
    element.localName === "select" ||
    (element.localName === "input" && !["checkbox", "radio", "button", "submit"].includes(element.type))
  );
}

/* Outside a field, and in an empty one, Ctrl+Z has nothing of its own to undo. */
function undoes(event) {
  const field = editable(event.composedPath()[0]) ? event.composedPath()[0].value : "";
  return (event.ctrlKey || event.metaKey) && !event.shiftKey && event.key === "z" && field === "";
}

function wanted(event) {
  if (event.defaultPrevented || event.repeat || event.isComposing) return false;
  if (undoes(event)) return !document.querySelector(OVERLAYS);
  if (event.ctrlKey || event.altKey || event.metaKey) return false;
  if (event.key.length === 1 && document.documentElement.dataset.keys === "OFF") return false;
  if (document.querySelector(OVERLAYS)) return false;
  const focused = event.composedPath()[0];
  if (!(focused instanceof Element)) return true;
  if (editable(focused)) {
    return event.key === "Enter" && focused.localName === "input" && ONE_LINE.has(focused.type);
  }
  return event.key !== "Enter" || !focused.closest(ACTIVE) || goesOn(focused);
}

/* Of several blanks the next one that is still empty. */
function nextBlank(event) {
  const field = event.composedPath()[0];
  const together = event.key === "Enter" ? field.closest?.("[data-blanks]") : null;
  const blanks = together ? [...together.querySelectorAll("input")] : [];
  return blanks.slice(blanks.indexOf(field) + 1).find((blank) => blank.value === "");
}

function goesOn(focused) {
  return Boolean(focused.closest('.opt[aria-pressed="true"]') && usable("[data-enter]"));
}

function target(key) {
  const name = key.length === 1 ? key.toLowerCase() : key;
  return usable(`[data-key="${CSS.escape(name)}"]`);
}

function usable(selector) {
  return [...document.querySelectorAll(selector)].find(
    (element) => !element.disabled && element.getAttribute("aria-disabled") !== "true" && element.checkVisibility(),
  );
}

addEventListener("keydown", (event) => {
  if (event.repeat && event.key === "Enter" && event.target.closest?.("[data-key]")) {
    // Held down for too long: it must not also press the button that has the focus next.
    event.preventDefault();
  }
  if (!wanted(event)) return;
  const blank = nextBlank(event);
  if (blank) {
    event.preventDefault();
    blank.focus();
    return;
  }
  const element = target(event.key);
  const next = !element && event.key === "Enter" ? usable("[data-enter]") : null;
  if (!element && !next) return;
  event.preventDefault();
  // A field tells the server its value when it changes; Enter has to send it before the click.
  const field = event.composedPath()[0];
  if (field instanceof HTMLInputElement) field.dispatchEvent(new Event("change", { bubbles: true }));
  if (element) element.click();
  else next.focus();
});
