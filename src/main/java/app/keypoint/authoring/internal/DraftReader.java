package app.keypoint.authoring.internal;

import app.keypoint.authoring.Draft;
import app.keypoint.authoring.DraftItem;
import app.keypoint.authoring.internal.QuizRepository.Listed;
import app.keypoint.identity.Account;
import app.keypoint.identity.Accounts;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Reads a draft with the names of those who wrote it. */
@Component
public class DraftReader {

  private final ItemRepository items;
  private final QuizAccess access;
  private final Accounts accounts;

  DraftReader(ItemRepository items, QuizAccess access, Accounts accounts) {
    this.items = items;
    this.access = access;
    this.accounts = accounts;
  }

  /** Two queries. */
  public Draft draft(Listed listed, long accountId) {
    List<ItemEntity> rows = items.findOf(listed.quiz().id);
    Set<Long> people = new HashSet<>(List.of(listed.quiz().authorId));
    rows.forEach(row -> people.add(row.changedBy));
    Map<Long, Account> accountsById = accounts.byIds(people);
    return new Draft(
        access.summary(listed, accountId, name(accountsById, listed.quiz().authorId)),
        rows.stream()
            .map(row -> row.toItem(name(accountsById, row.changedBy)))
            .sorted(Comparator.comparing(DraftItem::kind)) // stable: by place within a kind
            .toList());
  }

  public String name(long accountId) {
    return name(accounts.byIds(List.of(accountId)), accountId);
  }

  public static String name(Map<Long, Account> accounts, long id) {
    Account account = accounts.get(id);
    return account == null ? "" : account.displayName();
  }
}
