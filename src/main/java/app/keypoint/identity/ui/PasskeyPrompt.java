package app.keypoint.identity.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;
import java.util.function.Consumer;

/** Has the browser ask for a passkey. Shows nothing itself. */
@Tag("passkey-prompt")
@JsModule("context://assets/passkeys.js")
public class PasskeyPrompt extends Component {

  /**
   * Makes a passkey.
   *
   * @param refused the person declined, or the browser has none
   */
  public void create(String options, Consumer<String> made, Runnable refused) {
    getElement()
        .executeJs("return this.create($0)", options)
        .then(
            String.class,
            answer -> {
              if (answer == null) {
                refused.run();
              } else {
                made.accept(answer);
              }
            },
            error -> refused.run());
  }

  /** Answers with a passkey by sending the form that this is in. */
  public void signIn(String options, Runnable refused) {
    getElement()
        .executeJs("return this.signIn($0)", options)
        .then(
            Boolean.class,
            sent -> {
              if (!Boolean.TRUE.equals(sent)) {
                refused.run();
              }
            },
            error -> refused.run());
  }
}
