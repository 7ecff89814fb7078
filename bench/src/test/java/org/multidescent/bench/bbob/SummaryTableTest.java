package org.multidescent.bench.bbob;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.util.List;
import org.junit.jupiter.api.Test;

class SummaryTableTest {

  @Test
  void placesContendersAmongThePublished() throws IOException {
    PublishedResults published =
        PublishedResults.read(
            new StringReader(
                """
                year,D,algorithm,ecdf@10^2*D,ecdf@10^3*D,ecdf@10^4*D,area_0..4
                2009,2,strong,.9,.95,1,.8
                2009,5,elsewhere,.9,.95,1,.8
                2010,2,weak,.1,.1,.1,.1
                """));
    PublishedTimes times =
        PublishedTimes.read(
            new StringReader(
                """
                entry,D,f,1e1,1e0,1e-1,1e-2,1e-3,1e-5,1e-7
                virtual best,2,1,2,2,2,20,20,20,
                virtual best,5,1,2,2,2,20,20,20,
                weak 2010,2,1,20000,,,,,,
                """),
            TargetSet.UNCONSTRAINED);
    Suite suite =
        new Suite(
            "two", "2", Bbob.groups(), TargetSet.UNCONSTRAINED, Bbob::function, published, times);
    List<BbobRow> rows =
        List.of(
            TargetDistributionTest.row(1, 1, 1000, 200, 51),
            TargetDistributionTest.row(22, 1, 1000, 2, 0));
    assertThat(SummaryTable.of(rows, suite))
        .isEqualTo(
            """
            ## 2-D

            | contender | runs | @100D | @1000D | @10000D | area, 51 targets | area, 7 targets |
            |---|---:|---:|---:|---:|---:|---:|
            | strong 2009 | published | 0.900 | 0.950 | 1.000 | 0.800 | - |
            | **c** | 2 | 0.500 | 0.500 | 0.500 | 0.250 | 0.250 |
            | weak 2010 | published | 0.100 | 0.100 | 0.100 | 0.100 | 0.000 |
            | virtual best | published | - | - | - | - | 0.750 |

            c: 2 of the 24 functions that the published figures are over.

            | group | contender | @100D | @1000D | @10000D | area, 51 targets | area, 7 targets |
            |---|---|---:|---:|---:|---:|---:|
            | separable | c | 1.000 | 1.000 | 1.000 | 0.500 | 0.500 |
            | weakly structured | c | 0.000 | 0.000 | 0.000 | 0.000 | 0.000 |

            """);
  }

  @Test
  void nothingMeasuredIsNothingToShow() {
    assertThat(SummaryTable.of(List.of(), Bbob.suite())).isEmpty();
  }
}
