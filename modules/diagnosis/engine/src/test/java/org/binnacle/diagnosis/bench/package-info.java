@org.jspecify.annotations.NullMarked
package org.binnacle.diagnosis.bench;
