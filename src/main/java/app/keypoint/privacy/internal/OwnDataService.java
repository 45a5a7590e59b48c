package app.keypoint.privacy.internal;

import app.keypoint.access.Audience;
import app.keypoint.access.OpenTo;
import app.keypoint.access.PersonalData;
import app.keypoint.access.PersonalData.Part;
import app.keypoint.audit.AuditEntry;
import app.keypoint.audit.AuditKind;
import app.keypoint.audit.LooksAt;
import app.keypoint.identity.Account;
import app.keypoint.identity.Accounts;
import app.keypoint.privacy.OwnData;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.sql.DataSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.ResultSetExtractor;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

@Service
@Transactional(readOnly = true)
@OpenTo(Audience.ACCOUNTS)
class OwnDataService implements OwnData {

  /** Rows that are read from the database at once. */
  private static final int FETCHED = 500;

  private final LooksAt looks;
  private final Accounts accounts;
  private final ObjectProvider<PersonalData> features;
  private final NamedParameterJdbcTemplate rows;

  OwnDataService(
      LooksAt looks,
      Accounts accounts,
      ObjectProvider<PersonalData> features,
      DataSource database) {
    this.looks = looks;
    this.accounts = accounts;
    this.features = features;
    JdbcTemplate jdbc = new JdbcTemplate(database);
    jdbc.setFetchSize(FETCHED);
    this.rows = new NamedParameterJdbcTemplate(jdbc);
  }

  @Override
  public List<Look> looks(Account account, int page, int size) {
    List<AuditEntry> entries =
        looks.looksAt(account.id(), account.username(), page, Math.min(size, MAX_PAGE));
    Map<String, String> names = new HashMap<>();
    entries.stream()
        .map(AuditEntry::actor)
        .filter(Objects::nonNull)
        .distinct()
        .forEach(by -> names.put(by, accounts.byUsername(by).map(Account::displayName).orElse(by)));
    return entries.stream()
        .map(
            entry ->
                new Look(
                    entry.at(),
                    entry.actor() == null ? "" : names.getOrDefault(entry.actor(), entry.actor()),
                    entry.detail(),
                    entry.kind() == AuditKind.EXPORTED))
        .toList();
  }

  @Override
  public List<String> parts() {
    return all().map(Part::name).toList();
  }

  /** All parts of one moment, as far as the database gives that. */
  @Override
  @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
  public void write(Account account, String readme, OutputStream target) throws IOException {
    ZipOutputStream zip = new ZipOutputStream(target, StandardCharsets.UTF_8);
    zip.putNextEntry(new ZipEntry("readme.txt"));
    zip.write(readme.getBytes(StandardCharsets.UTF_8));
    zip.closeEntry();
    try {
      for (Part part : all().toList()) {
        add(zip, "csv/" + part.name() + ".csv", part, account.id(), new RowsAsCsv(zip));
        add(zip, "json/" + part.name() + ".json", part, account.id(), new RowsAsJson(zip));
      }
    } catch (UncheckedIOException e) {
      throw Objects.requireNonNull(e.getCause());
    }
    zip.finish();
  }

  private void add(
      ZipOutputStream zip,
      String file,
      Part part,
      long accountId,
      ResultSetExtractor<Boolean> writer)
      throws IOException {
    zip.putNextEntry(new ZipEntry(file));
    var unused = rows.query(part.query(), Map.of("accountId", accountId), writer);
    zip.closeEntry();
  }

  private Stream<Part> all() {
    return features.orderedStream().flatMap(feature -> feature.parts().stream());
  }
}
