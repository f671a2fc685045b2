// Package expect prints what a call gave, and ends the program where that is not what it should be.
package expect

import (
	"fmt"
	"os"
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
