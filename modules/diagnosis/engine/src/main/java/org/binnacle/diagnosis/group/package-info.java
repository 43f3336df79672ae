/// Sessions counted by what they have in common.
@NullMarked
package org.binnacle.diagnosis.group;

import org.jspecify.annotations.NullMarked;
