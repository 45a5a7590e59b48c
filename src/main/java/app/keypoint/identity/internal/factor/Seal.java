package app.keypoint.identity.internal.factor;

import app.keypoint.access.OwnerOnly;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.security.crypto.encrypt.AesBytesEncryptor;
import org.springframework.security.crypto.encrypt.AesBytesEncryptor.CipherAlgorithm;
import org.springframework.security.crypto.encrypt.BytesEncryptor;
import org.springframework.security.crypto.keygen.KeyGenerators;
import org.springframework.stereotype.Component;

/**
 * Encrypts what the database has to keep and must not tell, with AES-256-GCM. The key is the
 * operator's, or one that is made at its first use and lies in the data folder: a copy of the
 * database alone is of no use.
 */
@Component
class Seal {

  private static final int SHORTEST_KEY = 32;
  private static final int NONCE_BYTES = 16;

  private final String configured;
  private final Path file;
  private @Nullable BytesEncryptor cipher;

  Seal(
      @Value("${keypoint.secret-key:}") String configured,
      @Value("${keypoint.data-dir}") Path dataDir) {
    this.configured = configured.strip();
    this.file = dataDir.resolve("secret.key");
    if (!this.configured.isEmpty() && this.configured.length() < SHORTEST_KEY) {
      throw new IllegalArgumentException(
          "KEYPOINT_SECRET_KEY needs " + SHORTEST_KEY + " characters or more");
    }
  }

  String seal(byte[] secret) {
    return Base64.getEncoder().encodeToString(cipher().encrypt(secret));
  }

  /**
   * @throws IllegalStateException when it was sealed with another key
   */
  byte[] open(String sealed) {
    return cipher().decrypt(Base64.getDecoder().decode(sealed));
  }

  private synchronized BytesEncryptor cipher() {
    if (cipher == null) {
      String key = configured.isEmpty() ? keyFromFile() : configured;
      cipher =
          new AesBytesEncryptor(
              new SecretKeySpec(sha256(key), "AES"),
              KeyGenerators.secureRandom(NONCE_BYTES),
              CipherAlgorithm.GCM);
    }
    return cipher;
  }

  private String keyFromFile() {
    try {
      byte[] random = new byte[SHORTEST_KEY];
      new SecureRandom().nextBytes(random);
      Files.createDirectories(file.getParent());
      try {
        Files.writeString(OwnerOnly.file(file), Base64.getEncoder().encodeToString(random));
      } catch (FileAlreadyExistsException e) {
        // The usual case: it was made before.
      }
      return Files.readString(file).strip();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static byte[] sha256(String key) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(key.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has SHA-256", e);
    }
  }
}
