package app.keypoint.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.upload.Upload;
import com.vaadin.flow.component.upload.UploadI18N;
import com.vaadin.flow.server.streams.UploadHandler;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/** A field for one file, in the language of the page. */
public final class FileUpload {

  private FileUpload() {}

  /**
   * A field whose file is refused before it is sent when it is too large or of another kind.
   *
   * @param refused told why
   * @param tooLarge of a file that has more bytes than one may have
   * @param otherKind of a file with another ending than these
   */
  public static Upload of(
      UploadHandler handler,
      int maxBytes,
      Consumer<String> refused,
      String tooLarge,
      String otherKind,
      String... endings) {
    Upload upload = new Upload(handler);
    upload.setMaxFiles(1);
    upload.setMaxFileSize(maxBytes);
    upload.setAcceptedFileExtensions(endings);
    upload.setI18n(texts(upload, tooLarge, otherKind));
    upload.addFileRejectedListener(rejected -> refused.accept(rejected.getErrorMessage()));
    return upload;
  }

  private static UploadI18N texts(Component asker, String tooLarge, String otherKind) {
    UnaryOperator<String> part = key -> asker.getTranslation("ui.upload." + key);
    UploadI18N.Uploading.Status status = new UploadI18N.Uploading.Status();
    status.setConnecting(part.apply("sending"));
    status.setStalled(part.apply("stalled"));
    status.setProcessing(part.apply("reading"));
    status.setHeld(part.apply("sending"));
    UploadI18N.Uploading.RemainingTime remaining = new UploadI18N.Uploading.RemainingTime();
    remaining.setPrefix(part.apply("left"));
    remaining.setUnknown("");
    UploadI18N.Uploading.Error failure = new UploadI18N.Uploading.Error();
    failure.setServerUnavailable(part.apply("failed"));
    failure.setUnexpectedServerError(part.apply("failed"));
    failure.setForbidden(part.apply("failed"));
    failure.setFileTooLarge(tooLarge);
    UploadI18N.Uploading uploading = new UploadI18N.Uploading();
    uploading.setStatus(status);
    uploading.setRemainingTime(remaining);
    uploading.setError(failure);
    UploadI18N.Error error = new UploadI18N.Error();
    error.setTooManyFiles(part.apply("one"));
    error.setFileIsTooBig(tooLarge);
    error.setIncorrectFileType(otherKind);
    UploadI18N.File file = new UploadI18N.File();
    file.setRetry(part.apply("retry"));
    file.setStart(part.apply("retry"));
    file.setRemove(part.apply("remove"));
    UploadI18N.AddFiles add = new UploadI18N.AddFiles();
    add.setOne(part.apply("choose"));
    UploadI18N.DropFiles drop = new UploadI18N.DropFiles();
    drop.setOne(part.apply("drop"));
    return new UploadI18N()
        .setAddFiles(add)
        .setDropFiles(drop)
        .setError(error)
        .setFile(file)
        .setUploading(uploading);
  }
}
