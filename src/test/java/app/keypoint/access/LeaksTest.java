package app.keypoint.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;

/** Nothing of the victim's hides from the wrong-person matrix in what a service may answer. */
class LeaksTest {

  private static final class Closed {

    final Object inside;

    Closed(Object inside) {
      this.inside = inside;
    }
  }

  private record Holder(Instant at, Object held) {}

  @Test
  void whateverHoldsTheMarkOrAnIdIsFound() throws IOException {
    assertThat(
            List.of(
                "a mark7 of theirs",
                new StringBuilder("mark7"),
                12L,
                Optional.of("mark7"),
                Map.of(3, List.of("mark7")),
                new Object[] {1, new String[] {"mark7"}},
                new long[] {3, 12},
                Stream.of("nothing", "mark7"),
                new Holder(Instant.EPOCH, Stream.of(new Holder(Instant.EPOCH, 12L))),
                "name;mark7".getBytes(StandardCharsets.UTF_8),
                new Closed(new Closed("mark7")),
                archive("sheet.xml", "<c>mark7</c>"),
                archive("mark7.xml", "")))
        .allSatisfy(held -> assertThat(leak(held)).isPresent());
  }

  @Test
  void whatIsOthersIsNone() throws IOException {
    assertThat(
            Arrays.asList(
                null,
                "mark8",
                13L,
                12,
                true,
                Audience.ANYBODY,
                Optional.empty(),
                new Holder(Instant.EPOCH, Map.of("mark8", new long[] {13})),
                Stream.of(1, 2),
                new Closed("mark8"),
                archive("sheet.xml", "<c>mark8</c>")))
        .allSatisfy(held -> assertThat(leak(held)).isEmpty());
  }

  @Test
  void whatItCannotLookIntoIsALeak() {
    assertThat(leak(new Holder(Instant.EPOCH, new StringReader("mark8"))))
        .hasValueSatisfying(said -> assertThat(said).contains("StringReader"));
  }

  private static Optional<String> leak(Object held) {
    return new Leaks("mark7", Set.of(12L)).in(held);
  }

  private static byte[] archive(String name, String text) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream archive = new ZipOutputStream(bytes)) {
      archive.putNextEntry(new ZipEntry(name));
      archive.write(text.getBytes(StandardCharsets.UTF_8));
      archive.closeEntry();
    }
    return bytes.toByteArray();
  }
}
