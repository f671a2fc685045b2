// The official Go client creates, reads, lists, updates and deletes packages. It has no download.
// Arguments: the address of the API, an archive and its SHA-256, another archive and its SHA-256.
package main

import (
	"bytes"
	"context"
	"fmt"
	"os"

	"github.com/fivetran/go-fivetran"
)

var ctx = context.Background()

func main() {
	address, archive, hash, newer, newerHash := os.Args[1], read(os.Args[2]), os.Args[3], read(os.Args[4]), os.Args[5]
	client := fivetran.New(os.Getenv("KEY"), os.Getenv("SECRET"))
	client.BaseURL(address + "/v1")

	created, err := client.NewConnectorSdkPackageCreate().FileContent(bytes.NewReader(archive)).Do(ctx)
	must("created", created.Message, err)
	same("its hash", hash, created.Data.FileSha256Hash)
	named, err := client.NewConnectorSdkPackageCreate().FileContent(bytes.NewReader(archive)).FileName("weather.zip").Do(ctx)
	must("created, with a name", named.Message, err)

	details, err := client.NewConnectorSdkPackageDetails().PackageID(created.Data.ID).Do(ctx)
	must("read", details.Message, err)
	same("its hash", hash, details.Data.FileSha256Hash)
	same("its connection", "", details.Data.ConnectionID)
	same("when it was made", created.Data.CreatedAt, details.Data.CreatedAt)

	updated, err := client.NewConnectorSdkPackageUpdate().PackageID(created.Data.ID).FileContent(bytes.NewReader(newer)).Do(ctx)
	must("updated", updated.Message, err)
	same("its identifier", created.Data.ID, updated.Data.ID)
	same("its hash", newerHash, updated.Data.FileSha256Hash)
	if updated.Data.UpdatedAt.Before(created.Data.UpdatedAt) {
		fail("updated", "before it was created")
	}

	first, err := client.NewConnectorSdkPackageList().Limit(1).Do(ctx)
	must("listed, the first page", len(first.Data.Items), err)
	second, err := client.NewConnectorSdkPackageList().Limit(1).Cursor(first.Data.NextCursor).Do(ctx)
	must("listed, the second page", len(second.Data.Items), err)
	same("the first", created.Data.ID, first.Data.Items[0].ID)
	same("the second", named.Data.ID, second.Data.Items[0].ID)
	same("the cursor of the last page", "", second.Data.NextCursor)

	deleted, err := client.NewConnectorSdkPackageDelete().PackageID(named.Data.ID).Do(ctx)
	must("deleted", deleted.Message, err)
	gone, err := client.NewConnectorSdkPackageDetails().PackageID(named.Data.ID).Do(ctx)
	if err == nil {
		fail("it is still there", gone.Data.ID)
	}
	must("it is gone", gone.Code, nil)
	refused, err := client.NewConnectorSdkPackageCreate().FileContent(bytes.NewReader([]byte("no archive"))).Do(ctx)
	if err == nil {
		fail("no archive was accepted", refused.Data.ID)
	}
	must("no archive", refused.Code, nil)
	fmt.Println("package id:", created.Data.ID)
}

func read(file string) []byte {
	content, err := os.ReadFile(file)
	if err != nil {
		fail(file, err)
	}
	return content
}

func must(what string, seen any, err error) {
	if err != nil {
		fail(what, err)
	}
	fmt.Printf("%s: %v\n", what, seen)
}

func same(what string, expected, seen any) {
	if expected != seen {
		fail(what, fmt.Sprintf("expected %v, got %v", expected, seen))
	}
}

func fail(what string, why any) {
	fmt.Printf("FAILED: %s: %v\n", what, why)
	os.Exit(1)
}
