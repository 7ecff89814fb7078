module example.fit {
  requires org.multidescent;
}
