package org.binnacle.diagnosis.view.variables;

import java.util.List;
import java.util.Optional;
import javafx.scene.control.ChoiceBox;
import javafx.util.StringConverter;
import org.binnacle.kernel.InstanceRef;
import org.jspecify.annotations.Nullable;

/// The choice of an instance to compare with; empty for no comparison.
final class OtherInstance extends ChoiceBox<OtherInstance.Other> {
  private static final int MOST = 50;

  /// An instance, or none.
  record Other(Optional<InstanceRef> instance) {}

  /// @param others those that it offers, the nearest first
  OtherInstance(List<InstanceRef> others) {
    setId("variables-compare");
    setConverter(
        new StringConverter<>() {
          @Override
          public String toString(@Nullable Other other) {
            return other == null
                ? ""
                : other.instance().map(one -> "with " + one.name()).orElse("no comparison");
          }

          @Override
          public @Nullable Other fromString(String text) {
            return null;
          }
        });
    getItems().add(new Other(Optional.empty()));
    others.stream().limit(MOST).forEach(other -> getItems().add(new Other(Optional.of(other))));
    getSelectionModel().selectFirst();
  }

  /// The instance to compare with.
  Optional<InstanceRef> chosen() {
    return getValue().instance();
  }
}
