// Package expect prints what a call gave, and ends the program where that is not what it should be.
package expect

import (
	"fmt"
	"os"
	"strings"
)

// Given prints what a call gave; an error ends the program.
func Given(what string, seen any, err error) {
	if err != nil {
		Fail(what, err)
	}
	fmt.Printf("%s: %v\n", what, seen)
}

// Refused prints the code of a call that must have failed.
func Refused(what, code string, err error) {
	if err == nil {
		Fail(what, "it was accepted")
	}
	fmt.Printf("%s: %v\n", what, code)
}

// Same ends the program if the two differ.
func Same(what string, expected, seen any) {
	if expected != seen {
		Fail(what, fmt.Sprintf("expected %v, got %v", expected, seen))
	}
}

// Fail ends the program.
func Fail(what string, why any) {
	fmt.Printf("FAILED: %s: %v\n", what, why)
	os.Exit(1)
}

var wrong []string

// Holds notes what does not hold and lets the program go on; All ends it.
func Holds(what string, err error, held bool, seen any) {
	if err != nil {
		seen, held = err, false
	}
	if held {
		fmt.Printf("%s: %v\n", what, seen)
		return
	}
	fmt.Printf("WRONG: %s: %v\n", what, seen)
	wrong = append(wrong, fmt.Sprintf("%s: %v", what, seen))
}

// All fails, with a list, if anything that must hold did not.
func All() {
	if len(wrong) > 0 {
		Fail("what must hold", strings.Join(wrong, "; "))
	}
}
