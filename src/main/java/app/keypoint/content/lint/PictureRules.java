package app.keypoint.content.lint;

import app.keypoint.content.format.Report;
import app.keypoint.content.format.YamlTree;
import app.keypoint.content.picture.PictureFault;
import app.keypoint.content.picture.PictureSource;
import app.keypoint.content.picture.PictureSource.Found;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** Rules about images. */
public final class PictureRules {

  private PictureRules() {}

  /** Error: an image that is not there or cannot be shown, of whatever question names it. */
  public static void usable(
      YamlTree tree, Set<String> faults, PictureSource pictures, Report report) {
    JsonNode questions = tree.root().path("questions");
    for (int i = 0; questions.isArray() && i < questions.size(); i++) {
      String pointer = "/questions/" + i + "/image";
      String file = questions.get(i).path("image").path("file").asString("");
      if (!file.isBlank()
          && !faults.contains(pointer + "/file")
          && pictures.find(file) instanceof Found.Unusable(PictureFault fault)) {
        report.error(fault.rule(), pointer + "/file", fault.message(file), fault.advice(), file);
      }
    }
  }
}
