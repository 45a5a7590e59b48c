package app.keypoint.content.picture;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The images in the folder beside quiz files. Each is decoded when it is asked for. */
public final class PicturesBeside implements PictureSource {

  /** What the folder is called. */
  public static final String FOLDER = "images";

  private final Folder folder;
  private final Map<String, KeptPicture> found = new LinkedHashMap<>();

  /** Where the files are. */
  @FunctionalInterface
  public interface Folder {

    /** Opens one. */
    InputStream open(String file) throws IOException;
  }

  public PicturesBeside(Folder folder) {
    this.folder = folder;
  }

  /** Those of a quiz file that lies somewhere. */
  public static PicturesBeside of(Path quiz) {
    Path folder = quiz.resolveSibling(FOLDER);
    return new PicturesBeside(file -> Files.newInputStream(folder.resolve(file)));
  }

  @Override
  public Found find(String file) {
    PictureFile.Read read;
    try (InputStream in = folder.open(file)) {
      // One byte more than allowed is enough to notice that there is too much.
      read = PictureFile.read(in.readNBytes(PictureFile.MAX_BYTES + 1));
    } catch (IOException e) {
      return new Found.Unusable(PictureFault.MISSING);
    }
    return switch (read) {
      case PictureFile.Read.Unusable(PictureFault fault) -> new Found.Unusable(fault);
      case PictureFile.Read.Usable(KeptPicture kept) -> {
        found.put(kept.picture().hash(), kept);
        yield new Found.Usable(kept.picture());
      }
    };
  }

  /** All that were found since the last {@link #forget}. */
  public List<KeptPicture> found() {
    return List.copyOf(found.values());
  }

  /** Lets go of their bytes. */
  public void forget() {
    found.clear();
  }
}
