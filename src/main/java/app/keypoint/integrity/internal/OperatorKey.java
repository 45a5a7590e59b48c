package app.keypoint.integrity.internal;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Set;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Shows that whoever asks on the management port may read the data folder, and so could do anything
 * to the data anyway. Another one at each start.
 */
@Component
class OperatorKey {

  private static final int BYTES = 32;

  private final String key;

  OperatorKey(@Value("${keypoint.data-dir}") String dataDir) throws IOException {
    byte[] random = new byte[BYTES];
    new SecureRandom().nextBytes(random);
    key = HexFormat.of().formatHex(random);
    Path file = Files.createDirectories(Path.of(dataDir)).resolve("operator.key");
    Files.deleteIfExists(file);
    Files.createFile(file);
    if (Files.getFileStore(file).supportsFileAttributeView("posix")) {
      Files.setPosixFilePermissions(
          file, Set.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE));
    }
    Files.writeString(file, key);
  }

  boolean opens(String offered) {
    return MessageDigest.isEqual(
        key.getBytes(StandardCharsets.UTF_8), offered.getBytes(StandardCharsets.UTF_8));
  }
}
