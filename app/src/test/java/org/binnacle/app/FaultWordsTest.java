package org.binnacle.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.ArrayList;
import org.binnacle.kernel.FaultCode;
import org.binnacle.kernel.Words;
import org.junit.jupiter.api.Test;

final class FaultWordsTest {

  @Test
  void everyFaultCodeHasWordsForWhatHappenedAndWhatToDo() throws Exception {
    var words = new Words();
    var silent = new ArrayList<String>();
    int codes = 0;
    for (JavaClass type :
        new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("org.binnacle")) {
      for (var field : type.getFields()) {
        if (field.getModifiers().contains(JavaModifier.STATIC)
            && field.getRawType().isEquivalentTo(FaultCode.class)) {
          var constant = field.reflect();
          constant.setAccessible(true);
          String id = ((FaultCode) constant.get(null)).id();
          codes++;
          if (words.find(id).isEmpty() || words.find(id + ".next").isEmpty()) {
            silent.add(id);
          }
        }
      }
    }
    assertThat(codes).isGreaterThan(50);
    assertThat(silent).isEmpty();
  }
}
