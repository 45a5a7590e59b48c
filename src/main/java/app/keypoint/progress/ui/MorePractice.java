package app.keypoint.progress.ui;

import static app.keypoint.progress.ui.Texts.text;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;

/** Practice for whoever wants more than what is due. */
final class MorePractice extends Section {

  MorePractice() {
    addClassName("card");
    Paragraph meaning = new Paragraph(text("practice.text"));
    meaning.addClassNames("muted", "small");
    Div links = new Div(link("hardest"), link("wrong"));
    links.addClassName("actions");
    add(new H2(text("practice.title")), meaning, links);
  }

  private static Anchor link(String scope) {
    Anchor link = new Anchor("practice?" + scope, text("practice." + scope));
    link.addClassName("btn");
    return link;
  }
}
