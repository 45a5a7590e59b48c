package app.keypoint.privacy.ui;

import app.keypoint.access.HeavyWork;
import app.keypoint.audit.AuditTrail;
import app.keypoint.cohort.Memberships;
import app.keypoint.identity.CurrentAccount;
import app.keypoint.identity.ErasureRequests;
import app.keypoint.privacy.OwnData;
import app.keypoint.ui.PageHeader;
import app.keypoint.ui.SettingsNav;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.time.Clock;

/** Who sees what of oneself, who looked, all of it to take along, and the end of it. */
@Route("settings/privacy")
@PermitAll
class PrivacyView extends Div implements HasDynamicTitle {

  PrivacyView(
      Memberships memberships,
      OwnData data,
      ErasureRequests erasure,
      AuditTrail audit,
      HeavyWork heavy,
      CurrentAccount current,
      Clock clock) {
    addClassName("settings");
    add(
        new PageHeader(getPageTitle(), ""),
        new SettingsNav("settings/privacy"),
        new WhoSeesCard(memberships.of(current.get().id())),
        new LooksCard(data, current),
        new TakeAlongCard(data, audit, heavy, current, clock),
        new ErasureCard(erasure, current.get()));
  }

  @Override
  public String getPageTitle() {
    return getTranslation("privacy.title");
  }
}
