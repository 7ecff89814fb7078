package org.multidescent.bench.bbob;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Values of the COCO implementation: {@code f,D,instance,kind,f_opt,f(x),x...}. */
class BbobVectorsTest {

  private static final Path VECTORS = Path.of("../../shared/bbob/bbob-vectors.csv");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1,2,1,-,79.48,81.82410254582878,1.3059609996923296,-2.2680850464915983",
        "2,3,1,-,-209.88,178706.2681543102,-4.0,0.0,4.0",
        "3,2,2,-,77.66,1681.2473894879636,1.5523044614223993,4.770070666769401",
        "4,2,1,-,-462.09,-321.8621012219111,1.1407228587716522,5.5",
        "5,3,1,-,-9.21,48.02570617427703,3.646840281658113,4.742596240733224,-0.5068564298362457",
        "6,2,1,-,35.9,179629.1603320083,2.026316487755155,-4.23582121829507",
        "7,2,2,-,35.35,405.341113282584,3.986719646752439,-4.471124693067177",
        "8,3,1,-,149.15,1073.3977305817166,-1.595434811752586,-2.270306847985509,2.614588394018292",
        "9,2,1,-,123.83,4474.801562369684,-4.465951743764508,-4.064388194155537",
        "10,2,3,-,-491.53,4398130.450885752,-4.0381627053011515,-0.26036481248809906",
        "11,3,1,-,76.27,3871162.4189002714,-4.029154785302907,1.1149304726385623,-3.750006665812248",
        "12,2,1,-,-621.11,1412750.2479615302,-0.1465996138274548,2.8743829681580246",
        "13,2,1,-,29.97,1470.017700840119,-2.1287342007374397,4.55651500327285",
        "14,3,1,-,-52.35,4.187432002870274,1.8673567078045936,0.9360464725118298,-1.9462523711058708",
        "15,2,2,-,70.03,242.99917398257236,-1.1550957098184145,2.181820844440516",
        "16,2,1,-,71.35,314.34395867356324,-3.728096770537795,5.5",
        "17,3,1,-,-16.94,21.580358389992167,3.5550099648948876,-3.3381921143151927,-4.202632916993544",
        "18,2,1,-,-16.94,69.10914329851362,4.149349219988949,3.5802734724883027",
        "19,2,1,-,-102.55,-64.71325167219928,2.0337098947230556,-2.857198421220941",
        "20,2,1,-,-546.5,28729.14827069036,0.15509338298273612,5.5",
        "21,2,1,-,40.78,80.21198823595984,4.167636720916505,-3.6849358487503947",
        "22,3,2,-,1000.0,1067.6975629778392,0.0,0.0,0.0",
        "23,2,1,-,6.87,22.022260416288432,-4.874567435270205,0.7566802040609888",
        "24,2,2,-,93.3,108.66053436094204,-4.230997136432482,2.7789459570917954"
      })
  void agreesWithVector(String row) {
    assertThat(agrees(row)).isTrue();
  }

  @Test
  void agreesWithAllVectors() throws IOException {
    assumeTrue(Files.exists(VECTORS), "the full table of BBOB vectors is not here");
    List<String> rows = Files.readAllLines(VECTORS);
    List<String> failures = new ArrayList<>();
    for (String row : rows.subList(1, rows.size())) {
      if (!agrees(row)) {
        failures.add(row);
      }
    }
    assertThat(rows).hasSize(3601);
    assertThat(failures).isEmpty();
  }

  private static boolean agrees(String row) {
    String[] cells = row.split(",");
    BbobFunction function =
        Bbob.function(
            Integer.parseInt(cells[0]), Integer.parseInt(cells[1]), Integer.parseInt(cells[2]));
    double[] x =
        Arrays.stream(cells, 6, 6 + function.dimension())
            .mapToDouble(Double::parseDouble)
            .toArray();
    double fOpt = Double.parseDouble(cells[4]);
    double expected = Double.parseDouble(cells[5]);
    double tolerance = 1e-8 * Math.max(1, expected - fOpt);
    return Math.abs(function.fOpt() - fOpt) < 1e-9
        && Math.abs(function.value(x) - expected) <= tolerance;
  }
}
