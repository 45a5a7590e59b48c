package app.keypoint.cohort.ui.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Shades can be told apart by lightness alone, and the numbers on them can be read. */
class MapShadeTest {

  private static final Pattern COLOUR =
      Pattern.compile("--(shade-[\\w-]+):light-dark\\((#\\w+),(#\\w+)\\)");

  /** WCAG 1.4.3. */
  private static final double READABLE = 4.5;

  @ParameterizedTest
  @ValueSource(strings = {"light", "dark"})
  void eachIsLighterOrDarkerThanTheOneBeforeAndCarriesItsNumber(String look) throws IOException {
    Map<String, Double> luminance = colours(look.equals("light") ? 2 : 3);
    List<Double> steps = new ArrayList<>();
    for (int shade = 0; shade < MapShade.count(); shade++) {
      double background = luminance.get("shade-" + shade);
      steps.add(look.equals("light") ? -background : background);
      String ink = shade < 4 ? "low" : shade == 4 ? "middle" : "high";
      assertThat(contrast(background, luminance.get("shade-ink-" + ink)))
          .as("number on shade %d, %s", shade, look)
          .isGreaterThanOrEqualTo(READABLE);
    }
    assertThat(steps).isSorted();
    for (int shade = 1; shade < steps.size(); shade++) {
      assertThat(contrast(Math.abs(steps.get(shade)), Math.abs(steps.get(shade - 1))))
          .as("shades %d and %d, %s", shade - 1, shade, look)
          .isGreaterThan(1.12);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 19, 20, 39, 40, 59, 60, 69, 70, 79, 80, 89, 90, 100})
  void everyPercentHasItsShade(int percent) {
    int shade = MapShade.of(percent);
    int[] starts = MapShade.starts().toArray();
    assertThat(percent).isBetween(starts[shade], MapShade.last(shade));
  }

  private static Map<String, Double> colours(int group) throws IOException {
    Matcher found = COLOUR.matcher(Files.readString(Path.of("frontend", "cohort.css")));
    Map<String, Double> colours = new TreeMap<>();
    while (found.find()) {
      colours.put(found.group(1), luminance(found.group(group)));
    }
    return colours;
  }

  private static double contrast(double one, double other) {
    return (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05);
  }

  /** Relative luminance, WCAG 2.2. */
  private static double luminance(String hex) {
    String digits =
        hex.length() == 4 ? hex.substring(1).replaceAll("(.)", "$1$1") : hex.substring(1);
    return 0.2126 * channel(digits, 0) + 0.7152 * channel(digits, 2) + 0.0722 * channel(digits, 4);
  }

  private static double channel(String digits, int at) {
    double share = Integer.parseInt(digits.substring(at, at + 2), 16) / 255.0;
    return share <= 0.04045 ? share / 12.92 : Math.pow((share + 0.055) / 1.055, 2.4);
  }
}
