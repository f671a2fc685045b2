// The official Go client creates, reads, lists, updates and deletes packages. It has no download.
// Arguments: the address of the API, an archive and its SHA-256, another archive and its SHA-256.
package main

import (
	"bytes"
	"context"
	"fmt"
	"os"

	"dev.wharf/interop/expect"
	"github.com/fivetran/go-fivetran"
)

var ctx = context.Background()

func main() {
	address, archive, hash, newer, newerHash := os.Args[1], read(os.Args[2]), os.Args[3], read(os.Args[4]), os.Args[5]
	client := fivetran.New(os.Getenv("KEY"), os.Getenv("SECRET"))
	client.BaseURL(address + "/v1")

	created, err := client.NewConnectorSdkPackageCreate().FileContent(bytes.NewReader(archive)).Do(ctx)
	expect.Given("created", created.Message, err)
	expect.Same("its hash", hash, created.Data.FileSha256Hash)
	named, err := client.NewConnectorSdkPackageCreate().FileContent(bytes.NewReader(archive)).FileName("weather.zip").Do(ctx)
	expect.Given("created, with a name", named.Message, err)

	details, err := client.NewConnectorSdkPackageDetails().PackageID(created.Data.ID).Do(ctx)
	expect.Given("read", details.Message, err)
	expect.Same("its hash", hash, details.Data.FileSha256Hash)
	expect.Same("its connection", "", details.Data.ConnectionID)
	expect.Same("when it was made", created.Data.CreatedAt, details.Data.CreatedAt)

	updated, err := client.NewConnectorSdkPackageUpdate().PackageID(created.Data.ID).FileContent(bytes.NewReader(newer)).Do(ctx)
	expect.Given("updated", updated.Message, err)
	expect.Same("its identifier", created.Data.ID, updated.Data.ID)
	expect.Same("its hash", newerHash, updated.Data.FileSha256Hash)
	if updated.Data.UpdatedAt.Before(created.Data.UpdatedAt) {
		expect.Fail("updated", "before it was created")
	}

	first, err := client.NewConnectorSdkPackageList().Limit(1).Do(ctx)
	expect.Given("listed, the first page", len(first.Data.Items), err)
	second, err := client.NewConnectorSdkPackageList().Limit(1).Cursor(first.Data.NextCursor).Do(ctx)
	expect.Given("listed, the second page", len(second.Data.Items), err)
	expect.Same("the first", created.Data.ID, first.Data.Items[0].ID)
	expect.Same("the second", named.Data.ID, second.Data.Items[0].ID)
	expect.Same("the cursor of the last page", "", second.Data.NextCursor)

	deleted, err := client.NewConnectorSdkPackageDelete().PackageID(named.Data.ID).Do(ctx)
	expect.Given("deleted", deleted.Message, err)
	gone, err := client.NewConnectorSdkPackageDetails().PackageID(named.Data.ID).Do(ctx)
	expect.Refused("it is gone", gone.Code, err)
	refused, err := client.NewConnectorSdkPackageCreate().FileContent(bytes.NewReader([]byte("no archive"))).Do(ctx)
	expect.Refused("no archive", refused.Code, err)
	fmt.Println("package id:", created.Data.ID)
}

func read(file string) []byte {
	content, err := os.ReadFile(file)
	if err != nil {
		expect.Fail(file, err)
	}
	return content
}
