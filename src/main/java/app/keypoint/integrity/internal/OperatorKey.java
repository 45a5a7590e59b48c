package app.keypoint.integrity.internal;

import app.keypoint.access.OwnerOnly;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.HexFormat;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Shows that whoever asks on the management port may read the data folder, and so could do anything
 * to the data anyway. Another one at each start, so that one that was seen is soon worth nothing.
 */
@Component
class OperatorKey {

  /** What whoever has another one is told. */
  static final String REFUSAL = "The key is that of the data folder's operator.key\n";

  private static final Logger log = LoggerFactory.getLogger(OperatorKey.class);
  private static final int BYTES = 32;

  private final String key;

  /**
   * @param checking set when the program was started for one check alone: it asks nobody for a key,
   *     and that of a server which may run beside it stays
   */
  OperatorKey(
      @Value("${keypoint.data-dir}") Path dataDir,
      @Value("${keypoint.check-data:}") String checking) {
    byte[] random = new byte[BYTES];
    new SecureRandom().nextBytes(random);
    key = HexFormat.of().formatHex(random);
    if (checking.isEmpty()) {
      try {
        write(dataDir.resolve("operator.key"));
      } catch (IOException e) {
        // On PostgreSQL a server gets on without a folder to write to.
        log.warn(
            "script/check-data and script/backup cannot ask this server, whose key cannot be"
                + " written",
            e);
      }
    }
  }

  private void write(Path file) throws IOException {
    Files.createDirectories(file.toAbsolutePath().getParent());
    Files.deleteIfExists(file);
    Files.writeString(OwnerOnly.file(file), key);
  }

  boolean opens(String offered) {
    return MessageDigest.isEqual(
        key.getBytes(StandardCharsets.UTF_8), offered.getBytes(StandardCharsets.UTF_8));
  }
}
