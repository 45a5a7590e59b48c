package app.keypoint.identity.internal.throttling;

import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Optional;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Keys that the server makes for itself at their first use and keeps in the database. */
@Component
public class ServerSecrets {

  private static final int BYTES = 32;

  private final JdbcClient database;

  ServerSecrets(JdbcClient database) {
    this.database = database;
  }

  /** The key of this name, the same for good. */
  public byte[] key(String name) {
    return find(name).orElseGet(() -> made(name));
  }

  private Optional<byte[]> find(String name) {
    return database
        .sql("select secret from server_secret where name = ?")
        .param(name)
        .query(String.class)
        .optional()
        .map(HexFormat.of()::parseHex);
  }

  private byte[] made(String name) {
    byte[] random = new byte[BYTES];
    new SecureRandom().nextBytes(random);
    try {
      int unused =
          database
              .sql("insert into server_secret (name, secret) values (?, ?)")
              .params(name, HexFormat.of().formatHex(random))
              .update();
      return random;
    } catch (DuplicateKeyException e) {
      return find(name).orElseThrow();
    }
  }
}
