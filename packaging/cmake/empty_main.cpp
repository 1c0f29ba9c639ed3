// The body of every link check: the linker does the checking.
int main() {}
