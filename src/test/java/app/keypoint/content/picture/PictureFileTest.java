package app.keypoint.content.picture;

import static org.assertj.core.api.Assertions.assertThat;

import app.keypoint.content.Picture.Format;
import app.keypoint.support.TestPictures;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PictureFileTest {

  private static final String SCRIPT = "<script>alert(document.cookie)</script>";

  @Test
  void whatIsPlainIsKeptAsItIs() {
    for (byte[] plain : new byte[][] {TestPictures.png(120, 80), TestPictures.jpeg(120, 80)}) {
      KeptPicture kept = usable(plain);
      assertThat(kept.bytes()).isEqualTo(plain);
      assertThat(kept.picture().width()).isEqualTo(120);
      assertThat(kept.picture().height()).isEqualTo(80);
    }
  }

  @Test
  void whatWasMadeOfAnImageIsKeptAsItIsWhenItComesBack() {
    for (byte[] brought :
        new byte[][] {
          TestPictures.photograph(300, 200, 6),
          TestPictures.png(3_000, 2_000),
          TestPictures.transparent(2_000, 100),
          TestPictures.webp(true),
          TestPictures.webp(false),
          TestPictures.joined(TestPictures.png(9, 9), SCRIPT.getBytes(StandardCharsets.UTF_8))
        }) {
      byte[] once = usable(brought).bytes();
      assertThat(once).isNotEqualTo(brought);
      assertThat(usable(once).bytes()).isEqualTo(once);
    }
  }

  @Test
  void whereAPhotographWasTakenIsGoneAndItStandsUpright() throws IOException {
    byte[] photograph = TestPictures.photograph(300, 200, 6);
    assertThat(text(photograph)).contains(TestPictures.PLACE);
    KeptPicture kept = usable(photograph);
    assertThat(text(kept.bytes())).doesNotContain(TestPictures.PLACE).doesNotContain("Exif");
    assertThat(kept.picture().width()).isEqualTo(200);
    assertThat(kept.picture().height()).isEqualTo(300);
    BufferedImage shown = ImageIO.read(new ByteArrayInputStream(kept.bytes()));
    assertThat(red(shown.getRGB(100, 20))).as("what was left is above").isTrue();
    assertThat(red(shown.getRGB(100, 280))).isFalse();
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8, 0, 9, 77})
  void howeverTheCameraWasHeldRedIsWhereItWas(int orientation) throws IOException {
    BufferedImage shown =
        ImageIO.read(
            new ByteArrayInputStream(
                usable(TestPictures.photograph(300, 200, orientation)).bytes()));
    boolean lies = orientation >= 5 && orientation <= 8;
    assertThat(shown.getWidth()).isEqualTo(lies ? 200 : 300);
    boolean first = !(orientation == 2 || orientation == 3 || orientation == 7 || orientation == 8);
    assertThat(red(lies ? shown.getRGB(100, 10) : shown.getRGB(10, 100))).isEqualTo(first);
  }

  @Test
  void aScriptAfterAnImageIsGone() {
    byte[] script = SCRIPT.getBytes(StandardCharsets.UTF_8);
    for (byte[] image : new byte[][] {TestPictures.png(30, 30), TestPictures.jpeg(30, 30)}) {
      KeptPicture kept = usable(TestPictures.joined(image, script));
      assertThat(text(kept.bytes())).doesNotContain("script");
    }
  }

  @Test
  void aScriptWithNothingOfAnImageButItsFirstBytesIsRefused() {
    byte[] script = SCRIPT.getBytes(StandardCharsets.UTF_8);
    byte[] signature = Arrays.copyOf(TestPictures.png(1, 1), 8);
    assertThat(fault(TestPictures.joined(signature, script))).isEqualTo(PictureFault.DAMAGED);
    assertThat(fault(TestPictures.joined(TestPictures.pngHeader(9, 9), script)))
        .isEqualTo(PictureFault.DAMAGED);
    assertThat(fault(TestPictures.joined(Arrays.copyOf(TestPictures.jpeg(9, 9), 4), script)))
        .isEqualTo(PictureFault.DAMAGED);
    assertThat(fault(script)).isEqualTo(PictureFault.OTHER_KIND);
    assertThat(fault(new byte[0])).isEqualTo(PictureFault.OTHER_KIND);
  }

  @Test
  void anSvgIsRefusedWhateverItSaysItIs() {
    assertThat(fault(TestPictures.svg())).isEqualTo(PictureFault.SVG);
    assertThat(fault("\uFEFF<!-- a --><svg:svg>".getBytes(StandardCharsets.UTF_8)))
        .isEqualTo(PictureFault.SVG);
    assertThat(
            fault(
                TestPictures.joined(
                    " ".repeat(5_000).getBytes(StandardCharsets.UTF_8), TestPictures.svg())))
        .isEqualTo(PictureFault.OTHER_KIND);
    assertThat(fault(TestPictures.gif())).isEqualTo(PictureFault.OTHER_KIND);
  }

  @Test
  void whatWouldFillTheMemoryIsRefusedByItsFirstBytes() {
    assertThat(fault(TestPictures.pngHeader(20_000, 20_000)))
        .isEqualTo(PictureFault.TOO_MANY_PIXELS);
    assertThat(fault(TestPictures.pngHeader(50_000_000, 1)))
        .isEqualTo(PictureFault.TOO_MANY_PIXELS);
    assertThat(fault(TestPictures.pngHeader(Integer.MAX_VALUE, Integer.MAX_VALUE)))
        .isEqualTo(PictureFault.TOO_MANY_PIXELS);
    assertThat(fault(TestPictures.pngHeader(-1, -1))).isEqualTo(PictureFault.DAMAGED);
    assertThat(fault(new byte[PictureFile.MAX_BYTES + 1])).isEqualTo(PictureFault.TOO_BIG);
  }

  @Test
  void aJpegThatDrawsOverItselfWithoutEndIsRefused() {
    byte[] jpeg = TestPictures.jpeg(10, 10);
    byte[] scans = new byte[2 * 65];
    for (int i = 0; i < scans.length; i += 2) {
      scans[i] = (byte) 0xFF;
      scans[i + 1] = (byte) 0xDA;
    }
    assertThat(fault(TestPictures.joined(jpeg, scans))).isEqualTo(PictureFault.DAMAGED);
  }

  @Test
  void whatEndsTooEarlyIsRefused() {
    byte[] jpeg = noise("jpeg");
    assertThat(fault(Arrays.copyOf(jpeg, jpeg.length / 2))).isEqualTo(PictureFault.DAMAGED);
    byte[] png = noise("png");
    assertThat(fault(Arrays.copyOf(png, png.length / 2))).isEqualTo(PictureFault.DAMAGED);
    byte[] webp = TestPictures.webp(true);
    assertThat(fault(Arrays.copyOf(webp, 24))).isEqualTo(PictureFault.DAMAGED);
  }

  /** Whatever bytes there are: an image or a fault, and no exception. */
  @Test
  void bytesThatWereChangedByChanceAreAnImageOrRefused() {
    Random random = new Random(12);
    byte[][] sound = {
      noise("jpeg"), noise("png"), TestPictures.webp(true), TestPictures.photograph(40, 30, 3)
    };
    for (int i = 0; i < 400; i++) {
      byte[] changed = sound[i % sound.length].clone();
      for (int j = 0; j < 1 + i / 40; j++) {
        changed[random.nextInt(changed.length)] = (byte) random.nextInt();
      }
      if (PictureFile.read(changed) instanceof PictureFile.Read.Usable(KeptPicture kept)) {
        assertThat(usable(kept.bytes()).bytes()).isEqualTo(kept.bytes());
      }
    }
  }

  @Test
  void webpBecomesWhatEveryBrowserShows() {
    assertThat(usable(TestPictures.webp(false)).picture().format()).isEqualTo(Format.JPEG);
    assertThat(usable(TestPictures.webp(true)).picture().width()).isEqualTo(1);
  }

  @Test
  void whatIsLargerThanItIsShownIsMadeSmaller() {
    KeptPicture kept = usable(TestPictures.jpeg(4_000, 1_000));
    assertThat(kept.picture().width()).isEqualTo(1_600);
    assertThat(kept.picture().height()).isEqualTo(400);
    KeptPicture noise = usable(TestPictures.written(noise(1_200), "png"));
    assertThat(noise.size()).isLessThanOrEqualTo(1_000_000);
    assertThat(noise.picture().format()).isEqualTo(Format.JPEG);
  }

  private static byte[] noise(String format) {
    return TestPictures.written(noise(60), format);
  }

  private static BufferedImage noise(int side) {
    Random random = new Random(7);
    BufferedImage image = new BufferedImage(side, side, BufferedImage.TYPE_INT_RGB);
    for (int x = 0; x < side; x++) {
      for (int y = 0; y < side; y++) {
        image.setRGB(x, y, random.nextInt(0x1000000));
      }
    }
    return image;
  }

  private static boolean red(int rgb) {
    Color color = new Color(rgb);
    return color.getRed() > color.getBlue();
  }

  private static String text(byte[] bytes) {
    return new String(bytes, StandardCharsets.ISO_8859_1);
  }

  private static KeptPicture usable(byte[] file) {
    PictureFile.Read read = PictureFile.read(file);
    assertThat(read).isInstanceOf(PictureFile.Read.Usable.class);
    return ((PictureFile.Read.Usable) read).kept();
  }

  private static PictureFault fault(byte[] file) {
    PictureFile.Read read = PictureFile.read(file);
    assertThat(read).isInstanceOf(PictureFile.Read.Unusable.class);
    return ((PictureFile.Read.Unusable) read).fault();
  }
}
