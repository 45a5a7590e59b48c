package app.keypoint.content.ui;

import static org.assertj.core.api.Assertions.assertThat;

import app.keypoint.content.Picture;
import app.keypoint.content.Question;
import app.keypoint.content.Worded;
import app.keypoint.support.ServiceTest;
import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.flow.component.UI;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** In which language the words for an image are said to be. */
@ServiceTest
class PictureFigureTest extends SpringBrowserlessTest {

  private static final Locale CHINESE = Locale.SIMPLIFIED_CHINESE;
  private static final Question ORIGINAL =
      new Question.Single("q-1", "kp-1", "Which?", List.of(), "So.")
          .showing(new Picture("0".repeat(64), Picture.Format.PNG, 10, 10, "A hive"));

  @Test
  void wordsThatAreNotTranslatedAreNotPassedOffAsTranslated() {
    UI.getCurrent().setLocale(CHINESE);
    assertThat(language(ORIGINAL)).isEqualTo("en");
    assertThat(language(ORIGINAL.showing(ORIGINAL.picture().saying("蜂箱")))).isNull();
  }

  private static @Nullable String language(Question translated) {
    return PictureFigure.of(new Worded<>(translated, CHINESE), ORIGINAL)
        .orElseThrow()
        .getChildren()
        .findFirst()
        .orElseThrow()
        .getElement()
        .getAttribute("lang");
  }
}
