package org.binnacle.explain.view.worksheet;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanExpression;
import javafx.beans.property.StringProperty;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import org.binnacle.explain.worksheet.Arming;
import org.binnacle.fxkit.sheet.Sheet;
import org.binnacle.kernel.InstanceRef;

/// Asks before statements that change something may be sent: the name of each instance that asks
/// for it is typed.
final class ArmingSheet {
  private ArmingSheet() {}

  static void open(Node anywhere, List<InstanceRef> instances, Consumer<Arming> then) {
    String names = instances.stream().map(InstanceRef::name).collect(Collectors.joining(", "));
    var words =
        new Label(
            "Until it is locked again, statements of this worksheet may change data and schema on "
                + names
                + ". Each is kept in the audit log before it is sent and after.");
    words.setWrapText(true);
    var sheet = Sheet.titled("Arm " + names + " for writing").body(words);
    instances.forEach(sheet::naming);
    var typed = new ArrayList<StringProperty>();
    var wanted = new ArrayList<String>();
    for (InstanceRef instance : instances) {
      if (Arming.needsTypedName(instance)) {
        var label = new Label("Type " + instance.name() + " to go on");
        var field = new TextField();
        field.setPromptText(instance.name());
        field.setId("arm-typed");
        label.setLabelFor(field);
        sheet.body(label, field);
        typed.add(field.textProperty());
        wanted.add(instance.name());
      }
    }
    var reasonLabel = new Label("Reason, for the audit log");
    var reason = new TextField();
    reason.setId("arm-reason");
    reasonLabel.setLabelFor(reason);
    sheet.body(reasonLabel, reason);
    BooleanExpression missing =
        BooleanExpression.booleanExpression(
            Bindings.createBooleanBinding(
                () -> {
                  for (int i = 0; i < typed.size(); i++) {
                    if (!typed.get(i).get().strip().equals(wanted.get(i))) {
                      return true;
                    }
                  }
                  return false;
                },
                typed.toArray(new StringProperty[0])));
    sheet
        .refuseWhile(missing)
        .act(
            "Arm " + names,
            Sheet.Kind.DANGER,
            open -> {
              open.close();
              then.accept(Arming.armed(new HashSet<>(wanted), reason.getText().strip()));
            })
        .open(anywhere);
  }
}
