package app.keypoint.ui;

import java.time.Clock;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.info.BuildProperties;
import org.springframework.stereotype.Component;

/**
 * Our own static files at addresses that change with each build, so that browsers keep them for
 * good and never have one of another build than the page.
 */
@Component
public class Assets {

  /** Where they are, below the root. */
  public static final String FOLDER = "assets/";

  /** What stands for a build in an address, as a regular expression. */
  public static final String ANY_VERSION = "v-[0-9a-z]+/";

  private final String version;

  Assets(ObjectProvider<BuildProperties> build, Clock clock) {
    BuildProperties known = build.getIfAvailable();
    long made =
        known == null || known.getTime() == null
            ? clock.millis() // started from an editor: each start is a build
            : known.getTime().toEpochMilli();
    version = "v-" + Long.toString(made, Character.MAX_RADIX) + "/";
  }

  /** Where the files of this build are, below the root. */
  public String folder() {
    return FOLDER + version;
  }

  /** The address of one of them in this build; any other address as it is. */
  public String versioned(String address) {
    int start = address.indexOf(FOLDER);
    return start < 0
        ? address
        : address.substring(0, start) + folder() + address.substring(start + FOLDER.length());
  }
}
