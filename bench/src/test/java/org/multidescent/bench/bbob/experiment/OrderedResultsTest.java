package org.multidescent.bench.bbob.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class OrderedResultsTest {

  @Test
  void tellsInOrderAndAtTheEndWithGaps() {
    List<String> told = new ArrayList<>();
    OrderedResults<String> order = new OrderedResults<>();
    order.put(1, "b", told::add);
    assertThat(told).isEmpty();
    order.put(0, "a", told::add);
    assertThat(told).containsExactly("a", "b");
    order.put(4, "e", told::add);
    order.put(3, "d", told::add);
    order.flush(told::add);
    assertThat(told).containsExactly("a", "b", "d", "e");
    assertThat(order.delivered()).isEqualTo(told);
  }
}
